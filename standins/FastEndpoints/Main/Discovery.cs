using System.Reflection;
using FluentValidation;

namespace FastEndpoints;

/// <summary>The endpoints of the loaded assemblies, each with the validator of its request.</summary>
internal sealed class Discovery
{
    private static readonly string[] Foreign = ["FastEndpoints", "FluentValidation", "Microsoft", "mscorlib", "netstandard", "StackExchange", "System", "testhost"];

    internal Discovery(EndpointDiscoveryOptions options)
    {
        var contracts = new[] { typeof(IEndpoint), options.IncludeAbstractValidators ? typeof(IValidator) : typeof(IEndpointValidator) };
        var types = Assemblies(options).SelectMany(a => a.GetTypes()).Where(
            t => t is { IsAbstract: false, IsInterface: false, IsGenericType: false }
                && !t.IsDefined(typeof(DontRegisterAttribute))
                && Array.Exists(contracts, c => c.IsAssignableFrom(t))
                && options.Filter?.Invoke(t) is not false).ToList();

        var validators = types.Where(typeof(IValidator).IsAssignableFrom).ToLookup(v => ArgumentsOf(v, typeof(AbstractValidator<>))![0]);
        Definitions = [.. types.Where(typeof(IEndpoint).IsAssignableFrom).Select(t => Define(t, validators))];
        if (Definitions.Length == 0)
            throw new InvalidOperationException("FastEndpoints was unable to find any endpoint declarations!");
    }

    internal EndpointDefinition[] Definitions { get; }

    private static IEnumerable<Assembly> Assemblies(EndpointDiscoveryOptions options)
    {
        var named = options.Assemblies?.ToArray() ?? [];
        if (options.DisableAutoDiscovery && named.Length == 0)
            throw new InvalidOperationException("If 'DisableAutoDiscovery' is true, a collection of assemblies must be provided!");

        return (options.DisableAutoDiscovery ? named : named.Union(AppDomain.CurrentDomain.GetAssemblies()))
            .Where(a => options.AssemblyFilter?.Invoke(a) is not false)
            .Where(a => !a.IsDynamic && (named.Contains(a) || !Array.Exists(Foreign, f => a.FullName!.StartsWith(f, StringComparison.Ordinal))));
    }

    private static EndpointDefinition Define(Type type, ILookup<Type, Type> validators)
    {
        var (request, response) = ArgumentsOf(type, typeof(Endpoint<,>)) is [var first, var second]
            ? (first, second)
            : throw new NotSupportedException($"The stand-in knows endpoints with the bases Endpoint<> and EndpointWithoutRequest<> only, not [{type.FullName}].");

        var own = type.GetMethods().Where(m => !m.IsDefined(typeof(NotImplementedAttribute), false)).Select(m => m.Name).ToHashSet();
        if (own.Contains("HandleAsync") == own.Contains("ExecuteAsync"))
            throw new InvalidOperationException($"The endpoint [{type.FullName}] must implement one of [HandleAsync] and [ExecuteAsync].");

        var found = validators[request].ToArray();
        return new(type, request, response)
        {
            ExecuteAsyncImplemented = own.Contains("ExecuteAsync"),
            ValidatorType = found is [var validator] ? validator : null,
            FoundDuplicateValidators = found.Length > 1,
            BodyPrefix = BoundProperty.Of(request).FirstOrDefault(p => p.IsDefined(typeof(FromBodyAttribute)))?.Name + ".",
        };
    }

    private static Type[]? ArgumentsOf(Type type, Type generic)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == generic)
                return t.GetGenericArguments();
        }

        return null;
    }
}
