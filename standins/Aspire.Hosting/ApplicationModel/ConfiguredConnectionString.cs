namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string that is in the AppHost's configuration: of a server that somebody else runs.</summary>
internal sealed class ConfiguredConnectionString(string name, Func<string> value, string? environmentVariable)
    : ParameterResource(name, value, secret: true), IResourceWithConnectionString
{
    public string? ConnectionStringEnvironmentVariable { get; } = environmentVariable;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{(ParameterResource)this}");

    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);
}
