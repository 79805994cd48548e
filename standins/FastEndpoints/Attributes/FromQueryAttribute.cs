namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class FromQueryAttribute : QueryParamAttribute;
