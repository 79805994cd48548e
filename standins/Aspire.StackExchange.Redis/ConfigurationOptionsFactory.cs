using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

/// <summary>Makes the options from the connection string, because a configure callback could not replace the object that it is given.</summary>
internal sealed class ConfigurationOptionsFactory(
    StackExchangeRedisSettings settings,
    IEnumerable<IConfigureOptions<ConfigurationOptions>> setups,
    IEnumerable<IPostConfigureOptions<ConfigurationOptions>> postConfigures,
    IEnumerable<IValidateOptions<ConfigurationOptions>> validations)
    : OptionsFactory<ConfigurationOptions>(setups, postConfigures, validations)
{
    protected override ConfigurationOptions CreateInstance(string name)
    {
        if (settings.ConnectionString is not { } connectionString)
            return new ConfigurationOptions { AbortOnConnectFail = false };

        var options = ConfigurationOptions.Parse(connectionString);
        // The integration's default is to go on without a server and to try again; only an explicit word overrides it.
        if (!connectionString.Contains("abortConnect", StringComparison.OrdinalIgnoreCase))
            options.AbortOnConnectFail = false;
        return options;
    }
}
