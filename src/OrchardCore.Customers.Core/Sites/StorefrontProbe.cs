using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrchardCore.Customers.Sites;

/// <summary>
/// It asks for the head of the page at the very address that was saved, waits five seconds, keeps no cookie, reads no body and
/// follows no redirect: so nobody is led by it to where a browser could not go.
/// </summary>
internal sealed class StorefrontProbe(IHttpClientFactory clients, ILogger<StorefrontProbe> logger) : IStorefrontProbe
{
    public const string ClientName = "OrchardCore.Customers.Sites";

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<StorefrontAnswer> AskAsync(StoreSite site, CancellationToken cancellationToken)
    {
        if (!StorefrontAddress.TryRead(site.StorefrontUrl, out var address))
        {
            return new(StorefrontState.HasNoAddress);
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(Timeout);

        try
        {
            var answer = await AskAsync(HttpMethod.Head, address, timer.Token);

            // Some servers know no HEAD.
            return answer.Status is (int)HttpStatusCode.MethodNotAllowed or (int)HttpStatusCode.NotImplemented ? await AskAsync(HttpMethod.Get, address, timer.Token) : answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(StorefrontState.IsSlow);
        }
        catch (HttpRequestException exception)
        {
            logger.LogInformation("The storefront of the site {Site} does not answer: {Error}", site.Code, exception.HttpRequestError);

            return new(exception.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => StorefrontState.IsUnknown,
                HttpRequestError.SecureConnectionError => StorefrontState.IsNotTrusted,
                _ => StorefrontState.IsClosed,
            });
        }
    }

    private async Task<StorefrontAnswer> AskAsync(HttpMethod method, string address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(method, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var location = response.Headers.Location is { } uri ? new Uri(new Uri(address), uri) : null;

        return new((int)response.StatusCode switch
        {
            < 300 => StorefrontState.Answers,
            < 400 => StorefrontState.Redirects,
            _ => StorefrontState.Complains,
        })
        {
            Status = (int)response.StatusCode,
            LeadsTo = location?.Host,
        };
    }
}

internal static class StorefrontProbeServiceCollectionExtensions
{
    public static IServiceCollection AddStorefrontProbe(this IServiceCollection services)
    {
        services.AddHttpClient(StorefrontProbe.ClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = StorefrontProbe.Timeout,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        });
        services.AddScoped<IStorefrontProbe, StorefrontProbe>();

        return services;
    }

    /// <summary>Where clouds tell their machines secrets, there is no storefront, whatever a name leads to.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync([.. addresses.Where(address => !IsLinkLocal(address))], context.DnsEndPoint.Port, cancellationToken);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsLinkLocal(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

        return plain.IsIPv6LinkLocal || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }
}
