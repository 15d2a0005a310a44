using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Changes assisted sessions where others may change the same one: a storefront with many nodes, the admin, time.</summary>
internal static class AssistAttempts
{
    private const int Attempts = 20;

    /// <summary>
    /// Does something in a scope of its own, which has to commit it; when somebody else was faster, once more. What becomes
    /// of the request changes nothing.
    /// </summary>
    public static async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = default(T)!;
                await ShellScope.UsingChildScopeAsync(async scope => answer = await step(scope.ServiceProvider.GetRequiredService<TService>()));

                return answer;
            }
            catch (Exception exception) when (attempt < Attempts && exception is ConcurrencyException or DbException)
            {
                await Task.Delay(Random.Shared.Next(5 * attempt));
            }
        }
    }
}
