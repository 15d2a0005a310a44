using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace OrchardCore.Email;

[Feature("OrchardCore.Email")]
internal sealed class EmailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IEmailService, EmailService>();
}

[Feature("OrchardCore.Email.Smtp")]
internal sealed class SmtpStartup(IConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
        => services.AddSingleton(configuration.GetSection("OrchardCore:OrchardCore_Email_Smtp").Get<SmtpOptions>() ?? new SmtpOptions());
}
