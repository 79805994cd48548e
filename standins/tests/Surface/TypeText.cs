using System.Reflection;
using System.Runtime.CompilerServices;

namespace Standins.Surface;

/// <summary>Types as text.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The type's name; of framework types without the namespace, which every file imports.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nullability">Which references in it may be null; null when that is not known.</param>
    internal static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var mark = !type.IsValueType && nullability is not null && Nullable(nullability) ? "?" : "";
        if (type.IsByRef)
            return Name(type.GetElementType()!, nullability);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (System.Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        if (type.IsGenericParameter)
            return type.Name + mark;
        return Plain(type, nullability) + mark;
    }

    internal static string Kind(Type type)
        => type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly struct" : "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    internal static string Base(Type type)
        => type.IsClass && type.BaseType is { } parent && parent != typeof(object) && parent != typeof(MulticastDelegate) ? $" : {Name(parent)}" : "";

    internal static string Constraints(Type type)
        => type.IsGenericTypeDefinition ? Constraints(type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)) : "";

    internal static string Constraints(IEnumerable<Type> parameters)
        => string.Concat(parameters.Select(Constraint));

    private static string Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> parts = [];
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            parts.Add("class");
        if (isStruct)
            parts.Add("struct");
        parts.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(c => Name(c)).Order(StringComparer.Ordinal));
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
            parts.Add("new()");
        if (parts.Count == 0 && IsNotNull(parameter))
            parts.Add("notnull");
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }

    // 1 is what `notnull` compiles to, and 2 no constraint at all; what is not said at the parameter holds for all around it.
    private static bool IsNotNull(Type parameter)
    {
        if (Flag(parameter.GetCustomAttributesData(), "NullableAttribute") is { } own)
            return own == 1;
        for (MemberInfo? around = (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType; around is not null; around = around.DeclaringType)
        {
            if (Flag(around.GetCustomAttributesData(), "NullableContextAttribute") is { } context)
                return context == 1;
        }

        return false;
    }

    private static byte? Flag(IEnumerable<CustomAttributeData> attributes, string name)
        => attributes.FirstOrDefault(a => a.AttributeType.Name == name)?.ConstructorArguments is [{ Value: byte flag }] ? flag : null;

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (Words.TryGetValue(type, out var word))
            return word;

        var scope = type.DeclaringType is { } outer ? Plain(outer, null) + "." : IsOrdinary(type) ? "" : type.Namespace + ".";
        if (!type.IsGenericType)
            return scope + type.Name;

        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)
            .Select((a, i) => Variance(a, type) + Name(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i))).ToArray();
        return own.Length == 0 ? scope + type.Name : $"{scope}{type.Name.Split('`')[0]}<{string.Join(", ", own)}>";
    }

    private static bool IsOrdinary(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static string Variance(Type argument, Type of)
        => !argument.IsGenericParameter || !of.IsGenericTypeDefinition ? ""
            : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Covariant) ? "out "
            : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Contravariant) ? "in " : "";

    private static bool Nullable(NullabilityInfo info)
        => info.ReadState == NullabilityState.Nullable || (info.ReadState == NullabilityState.Unknown && info.WriteState == NullabilityState.Nullable);
}
