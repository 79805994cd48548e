namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class DontInjectAttribute : Attribute;
