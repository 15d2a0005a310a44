using System.ComponentModel.DataAnnotations;

namespace OrchardCore.Users;

internal sealed record LoginPage(LoginForm LoginForm);

/// <summary>What people log in with.</summary>
internal sealed class LoginForm
{
    [Required(ErrorMessage = "Username is required.")]
    public string UserName { get; set; }

    [Required(ErrorMessage = "Password is required."), DataType(DataType.Password)]
    public string Password { get; set; }

    public bool RememberMe { get; set; }
}
