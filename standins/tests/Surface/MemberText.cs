using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Standins.Surface;

/// <summary>Members as text.</summary>
internal static class MemberText
{
    // What changes how a caller's code compiles.
    private static readonly string[] Telling =
        ["DoesNotReturnAttribute", "MemberNotNullWhenAttribute", "OverloadResolutionPriorityAttribute", "ObsoleteAttribute", "ExtensionAttribute"];

    internal static string Method(MethodInfo method, string owner)
    {
        var own = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        var generic = own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(a => a.Name))}>";
        return $"{owner}.{method.Name}{generic}({Parameters(method)}): {TypeText.Name(method.ReturnType, Nullability(method.ReturnParameter))}"
            + TypeText.Constraints(own) + Attributes(method);
    }

    internal static string Property(PropertyInfo property, string owner)
    {
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        return $"{owner}.{property.Name}{index}: {TypeText.Name(property.PropertyType, new NullabilityInfoContext().Create(property))}"
            + $" {{{Accessor(property.GetMethod, " get;")}{Accessor(property.SetMethod, IsInit(property) ? " init;" : " set;")} }}" + Attributes(property);
    }

    internal static string Field(FieldInfo field, string owner)
        => (field.IsLiteral ? "const " : field.IsStatic ? "static " : "")
            + $"{owner}.{field.Name}: {TypeText.Name(field.FieldType, new NullabilityInfoContext().Create(field))}"
            + (field.IsLiteral ? $" = {Value(field.GetRawConstantValue(), field.FieldType)}" : "");

    internal static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var how = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var type = TypeText.Name(parameter.ParameterType, Nullability(parameter));
        return $"{how}{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue, parameter.ParameterType)}" : "")}";
    }

    private static string Accessor(MethodInfo? method, string text)
        => method is null || !SurfaceText.IsOpen(method) ? "" : text;

    private static bool IsInit(PropertyInfo property)
        => property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) is true;

    private static NullabilityInfo Nullability(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter);

    private static string Value(object? value, Type type)
    {
        if (value is null)
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null";
        return value switch
        {
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string Attributes(MemberInfo member)
        => string.Concat(member.GetCustomAttributesData()
            .Where(a => Telling.Contains(a.AttributeType.Name))
            .Select(a => $" [{a.AttributeType.Name[..^"Attribute".Length]}{Arguments(a)}]")
            .Order(StringComparer.Ordinal));

    private static string Arguments(CustomAttributeData attribute)
        => attribute.ConstructorArguments.Count == 0 ? "" : $"({string.Join(", ", attribute.ConstructorArguments.Select(a => a.Value is string s ? $"\"{s}\"" : a.Value?.ToString()))})";
}
