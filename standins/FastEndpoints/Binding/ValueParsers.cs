using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace FastEndpoints;

/// <summary>Text of a route, query, header, claim or cookie to a value; one parser per type, made at its first use.</summary>
internal static class ValueParsers
{
    private static readonly ConcurrentDictionary<Type, Func<StringValues, ParseResult>> Known = new();

    internal static Func<StringValues, ParseResult> For(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Make);

    internal static void Register(Type type, Func<StringValues, ParseResult> parser) => Known[Nullable.GetUnderlyingType(type) ?? type] = parser;

    private static Func<StringValues, ParseResult> Make(Type type)
    {
        if (type == typeof(string))
            return static input => new(true, input.ToString());
        if (type.IsEnum)
            return input => new(Enum.TryParse(type, input, ignoreCase: true, out var value) && (Cfg.BndOpts.AllowUndefinedEnumValues || Enum.IsDefined(type, value!)), value);
        if (type == typeof(Uri))
            return static input => new(Uri.TryCreate(input, UriKind.Absolute, out var uri), uri);
        if (TryParseOf(type) is { } parse)
            return parse;
        if (typeof(IEnumerable).IsAssignableFrom(type) && !typeof(IDictionary).IsAssignableFrom(type))
            return input => Json(Array(input), type);

        return input => input is [{ Length: > 1 } text] && text[0] == '{' && text[^1] == '}' ? Json(text, type) : new(false, null);
    }

    /// <summary>TryParse(string, out T), else TryParse(string, IFormatProvider, out T) as IParsable has it; without reflection once made.</summary>
    private static Func<StringValues, ParseResult>? TryParseOf(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
        var plain = type.GetMethod("TryParse", Static, [typeof(string), type.MakeByRefType()]);
        var formatted = type.GetMethod("TryParse", Static, [typeof(string), typeof(IFormatProvider), type.MakeByRefType()]);
        var made = plain?.ReturnType == typeof(bool) ? (nameof(Plain), plain)
            : formatted?.ReturnType == typeof(bool) ? (nameof(Formatted), formatted)
            : default;
        return made == default
            ? null
            : (Func<StringValues, ParseResult>)typeof(ValueParsers).GetMethod(made.Item1, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [made.Item2])!;
    }

    private delegate bool TryParse<T>(string? text, out T value);

    private delegate bool TryParseFormatted<T>(string? text, IFormatProvider? provider, out T value);

    private static Func<StringValues, ParseResult> Plain<T>(MethodInfo method)
    {
        var parse = method.CreateDelegate<TryParse<T>>();
        return input => new(parse(input, out var value), value);
    }

    private static Func<StringValues, ParseResult> Formatted<T>(MethodInfo method)
    {
        var parse = method.CreateDelegate<TryParseFormatted<T>>();
        return input => new(parse(input, null, out var value), value);
    }

    /// <summary>`?a=1&amp;a=2`, `?a=1,2` and `?a=[1,2]` are the same list.</summary>
    private static string? Array(StringValues input)
    {
        if (input is [{ Length: > 1 } one] && one[0] == '[' && one[^1] == ']')
            return one;
        var texts = input is [{ } single] && IsCommaSeparated(single) ? single.Split(',') : input.ToArray();
        return texts.Length == 0 ? null : new JsonArray([.. texts.Select(t => (JsonNode?)t)]).ToJsonString();
    }

    private static bool IsCommaSeparated(string text) => text.Contains(',') && text[0] != ',' && text[^1] != ',' && !text.Contains(",,", StringComparison.Ordinal);

    private static ParseResult Json(string? json, Type type)
    {
        var value = json is null ? null : JsonSerializer.Deserialize(json, type, Cfg.SerOpts.Options);
        return new(value is not null, value);
    }
}
