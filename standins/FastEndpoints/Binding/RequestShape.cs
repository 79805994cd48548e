using System.Collections;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;

namespace FastEndpoints;

/// <summary>What a request type takes from where; worked out once per type, and refused at start-up when the stand-in cannot do it.</summary>
internal sealed class RequestShape
{
    private readonly Dictionary<string, BoundProperty> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _required = [];
    private readonly List<BoundProperty> _claims = [];
    private readonly List<BoundProperty> _headers = [];

    internal RequestShape(Type type)
    {
        New = Factory(type);
        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            Named = FrozenDictionary<string, BoundProperty>.Empty;
            return;
        }

        var properties = BoundProperty.Of(type).ToArray();
        if (properties.Length == 0 && !Cfg.EpOpts.AllowEmptyRequestDtos)
            throw new NotSupportedException($"Only request DTOs with publicly accessible properties are supported for request binding. Offending type: [{type.FullName}]");
        foreach (var property in properties)
            Place(property);
        Named = _named.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    internal Func<object> New { get; }

    /// <summary>Bound by name from the route and the query.</summary>
    internal FrozenDictionary<string, BoundProperty> Named { get; }

    internal IReadOnlyList<string> Required => _required;

    internal IReadOnlyList<BoundProperty> Claims => _claims;

    internal IReadOnlyList<BoundProperty> Headers => _headers;

    internal BoundProperty? FromBody { get; private set; }

    internal BoundProperty? FromQuery { get; private set; }

    private void Place(PropertyInfo property)
    {
        var name = BoundProperty.NameOf(property);
        switch (property.GetCustomAttributes(true).FirstOrDefault(a => a is NonJsonBindingAttribute or FromBodyAttribute))
        {
            case FromBodyAttribute when FromBody is null:
                FromBody = new(property, name);
                return;
            case FromQueryAttribute when FromQuery is null && property.PropertyType.IsClass && !typeof(IEnumerable).IsAssignableFrom(property.PropertyType):
                FromQuery = new(property, name);
                return;
            case FromBodyAttribute or FromQueryAttribute:
                throw new InvalidOperationException($"[{property.DeclaringType!.FullName}.{property.Name}] must be the only one of its kind and of a complex type.");
            case FromClaimAttribute from:
                AddOther(_claims, property, name, from.ClaimType, from.IsRequired);
                return;
            case FromHeaderAttribute from:
                AddOther(_headers, property, name, from.HeaderName, from.IsRequired);
                return;
            case DontBindAttribute dont:
                if (dont.IsRequired)
                    _required.Add(name);
                _named.Add(name, new(property, name) { Disabled = dont.BindingSources });
                return;
            default:
                _named.Add(name, new(property, name));
                return;
        }
    }

    /// <summary>What need not come from there may still come by its own name from the route or the query.</summary>
    private void AddOther(List<BoundProperty> list, PropertyInfo property, string name, string? otherName, bool isRequired)
    {
        list.Add(new(property, otherName ?? name, isRequired));
        if (!isRequired)
            _named.Add(name, new(property, name));
    }

    /// <summary>The constructor with the fewest parameters, with their defaults; so records work too.</summary>
    private static Func<object> Factory(Type type)
    {
        var constructor = type.GetConstructors().MinBy(c => c.GetParameters().Length)
            ?? throw new NotSupportedException($"Unable to instantiate type without a constructor! Offender: [{type.FullName}]");
        var arguments = constructor.GetParameters().Select(
            p => p.HasDefaultValue && p.DefaultValue is not null
                ? Expression.Constant(p.DefaultValue, p.ParameterType)
                : (Expression)Expression.Default(p.ParameterType));
        return Expression.Lambda<Func<object>>(Expression.New(constructor, arguments)).Compile();
    }
}
