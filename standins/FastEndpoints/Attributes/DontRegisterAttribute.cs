namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Class)]
public sealed class DontRegisterAttribute : Attribute;
