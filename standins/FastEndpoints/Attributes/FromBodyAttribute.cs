namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class FromBodyAttribute : Attribute;
