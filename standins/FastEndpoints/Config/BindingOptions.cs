using System.Text.Json;
using FluentValidation.Results;
using Microsoft.Extensions.Primitives;

namespace FastEndpoints;

public sealed class BindingOptions
{
    public bool UsePropertyNamingPolicy { get; set; }

    public Func<Type, string, StringValues, string> FailureMessage { internal get; set; }
        = (type, _, attempted) => $"Value [{attempted}] is not valid for a [{(Nullable.GetUnderlyingType(type) ?? type).Name}] property!";

    public Func<JsonException, ValidationFailure>? JsonExceptionTransformer { internal get; set; } = Describe;

    public int JsonExceptionStatusCode { internal get; set; } = 400;

    public bool AllowUndefinedEnumValues { internal get; set; }

    public void ValueParserFor<T>(Func<StringValues, ParseResult> parser) => ValueParsers.Register(typeof(T), parser);

    public void ValueParserFor(Type type, Func<StringValues, ParseResult> parser) => ValueParsers.Register(type, parser);

    private static ValidationFailure Describe(JsonException exception)
    {
        var bind = exception as JsonBindException;
        var named = exception.Path is not (null or "$") && !exception.Path.StartsWith("$[", StringComparison.Ordinal);
        return new(
            named ? exception.Path![2..] : bind?.FieldName ?? Cfg.SerOpts.SerializerErrorsField,
            bind?.FailureMessage ?? exception.InnerException?.Message ?? exception.Message);
    }
}
