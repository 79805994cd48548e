using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace FastEndpoints.OpenApi;

/// <summary>Names of the document's schemas: the type's full name without its dots, or its short one; `PageOfRoom` for `Page&lt;Room&gt;`.</summary>
internal static class SchemaNames
{
    internal static string? For(JsonTypeInfo type, bool isShort)
    {
        // What the framework writes in place (text, numbers, lists) stays in place.
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null)
            return null;
        return Of(type.Type, isShort);
    }

    internal static string Of(Type type, bool isShort)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!, isShort) + "Array";
        var name = isShort ? type.Name : type.FullName ?? type.Name;
        var plain = new string([.. name.Split('`')[0].Replace('+', '_').Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return type.IsGenericType ? $"{plain}Of{string.Join("And", type.GetGenericArguments().Select(a => Of(a, isShort)))}" : plain;
    }
}
