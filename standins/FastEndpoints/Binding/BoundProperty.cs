using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace FastEndpoints;

/// <summary>One bindable property: the name that it has outside, how its text is read, and how it is set (a delegate, no reflection per request).</summary>
internal sealed class BoundProperty(PropertyInfo property, string name, bool isRequired = false)
{
    private readonly Action<object, object?> _set = Setter(property);

    internal string Name { get; } = name;

    internal bool IsRequired { get; } = isRequired;

    internal Type Type { get; } = property.PropertyType;

    /// <summary>Where it is not bound from, though its name would match.</summary>
    internal Source Disabled { get; init; }

    internal Func<StringValues, ParseResult> Parse { get; } = ValueParsers.For(property.PropertyType);

    internal void Set(object target, object? value) => _set(target, value);

    internal static IEnumerable<PropertyInfo> Of(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.FlattenHierarchy).Where(
            p => p.GetIndexParameters().Length == 0
                && p.GetSetMethod() is not null
                && p.GetGetMethod() is not null
                && p.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always
                && !p.IsDefined(typeof(DontInjectAttribute)));

    internal static string NameOf(PropertyInfo property)
        => property.GetCustomAttribute<BindFromAttribute>()?.Name
            ?? (Cfg.BndOpts.UsePropertyNamingPolicy ? Cfg.SerOpts.Options.PropertyNamingPolicy?.ConvertName(property.Name) : null)
            ?? property.Name;

    private static Action<object, object?> Setter(PropertyInfo property)
        => typeof(BoundProperty).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.DeclaringType!, property.PropertyType)
            .CreateDelegate<Func<MethodInfo, Action<object, object?>>>()(property.GetSetMethod()!);

    private static Action<object, object?> Typed<TTarget, TValue>(MethodInfo method)
    {
        if (typeof(TTarget).IsValueType)
            throw new NotSupportedException($"The stand-in binds classes only, not [{typeof(TTarget).FullName}].");
        var set = method.CreateDelegate<Action<TTarget, TValue>>();
        return (target, value) => set((TTarget)target, (TValue)value!);
    }
}
