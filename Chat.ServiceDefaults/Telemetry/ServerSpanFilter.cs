using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Chat.ServiceDefaults.Telemetry;

/// <summary>Puts <see cref="ServerSpan"/> before everything else, so that it sees the answer that leaves.</summary>
internal sealed class ServerSpanFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<ServerSpan>();
        next(app);
    };
}
