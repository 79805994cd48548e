namespace FastEndpoints;

public interface IEndpoint : IResponseSender
{
    static string GetName<TEndpoint>(Http? verb = null, int? routeNumber = null, string? tagPrefix = null) where TEndpoint : IEndpoint
        => Cfg.EpOpts.NameGenerator(new(typeof(TEndpoint), verb?.ToString("F"), routeNumber, tagPrefix));
}

public interface INoRequest;
