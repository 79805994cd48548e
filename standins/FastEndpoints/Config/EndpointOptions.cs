using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public sealed class EndpointOptions
{
    public Func<EndpointNameGenerationContext, string> NameGenerator { internal get; set; } = Name;

    public bool ShortNames { internal get; set; }

    public bool PrefixNameWithFirstTag { internal get; set; }

    public string? RoutePrefix { internal get; set; }

    public Func<EndpointDefinition, bool>? Filter { internal get; set; }

    public Action<EndpointDefinition>? Configurator { internal get; set; }

    public bool AllowEmptyRequestDtos { internal get; set; }

    public Action<HttpContext, object?>? GlobalResponseModifier { internal get; set; }

    public Func<HttpContext, object?, Task>? GlobalResponseModifierAsync { internal get; set; }

    /// <summary>The prefix in front of a route, without slashes around it; null for none.</summary>
    internal string? PrefixFor(string? overridden)
    {
        var prefix = Trim(RoutePrefix);
        if (prefix is null || overridden is { Length: 0 })
            return null;
        return Trim(overridden) ?? prefix;

        static string? Trim(string? value) => value?.Trim('/') is { Length: > 0 } trimmed ? trimmed : null;
    }

    private static string Name(EndpointNameGenerationContext context)
    {
        var tag = context is { PrefixNameWithFirstTag: true, TagPrefix: not null } ? $"{context.TagPrefix}_" : null;
        var verb = context.HttpVerb is { } v ? v[0] + v[1..].ToLowerInvariant() : null;
        var type = context.ShortEndpointNames ? context.EndpointType.Name : context.EndpointType.FullName!.Replace(".", string.Empty, StringComparison.Ordinal);
        return $"{tag}{verb}{type}{context.RouteNumber}";
    }
}

public struct EndpointNameGenerationContext(Type endpointType, string? httpVerb, int? routeNumber, string? tagPrefix)
{
    public Type EndpointType { get; internal init; } = endpointType;

    public string? HttpVerb { get; internal set; } = httpVerb;

    public int? RouteNumber { get; internal init; } = routeNumber;

    public string? TagPrefix { get; internal set; } = tagPrefix;

    public bool PrefixNameWithFirstTag => Cfg.EpOpts.PrefixNameWithFirstTag;

    public bool ShortEndpointNames => Cfg.EpOpts.ShortNames;
}
