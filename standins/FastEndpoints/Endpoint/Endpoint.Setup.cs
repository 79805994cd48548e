using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace FastEndpoints;

public abstract partial class Endpoint<TRequest, TResponse>
{
    public void Verbs(params Http[] methods) => Verbs([.. methods.Select(m => m.ToString())]);

    public override void Verbs(params string[] methods)
    {
        Definition.ThrowIfLocked();
        Definition.Verbs = methods;
    }

    public override void Routes([StringSyntax("Route")] params string[] patterns)
    {
        Definition.ThrowIfLocked();
        Definition.Routes = patterns;
    }

    protected void Get([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.GET, routePatterns);

    protected void Head([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.HEAD, routePatterns);

    protected void Post([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.POST, routePatterns);

    protected void Put([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.PUT, routePatterns);

    protected void Patch([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.PATCH, routePatterns);

    protected void Delete([StringSyntax("Route")] params string[] routePatterns) => Listen(Http.DELETE, routePatterns);

    protected sealed override void Group<TEndpointGroup>() => Definition.Group<TEndpointGroup>();

    protected void AllowAnonymous(params Http[] verbs) => Definition.AllowAnonymous(verbs);

    protected void AllowAnonymous(string[] verbs) => Definition.AllowAnonymous(verbs);

    protected void AuthSchemes(params string[] authSchemeNames) => Definition.AuthSchemes(authSchemeNames);

    protected void Claims(params string[] claimTypes) => Definition.Claims(claimTypes);

    protected void ClaimsAll(params string[] claimTypes) => Definition.ClaimsAll(claimTypes);

    protected void Permissions(params string[] permissions) => Definition.Permissions(permissions);

    protected void PermissionsAll(params string[] permissions) => Definition.PermissionsAll(permissions);

    protected void Scopes(params string[] scopes) => Definition.Scopes(scopes);

    protected void ScopesAll(params string[] scopes) => Definition.ScopesAll(scopes);

    protected void Roles(params string[] rolesNames) => Definition.Roles(rolesNames);

    protected void Policy(Action<AuthorizationPolicyBuilder> policy) => Definition.Policy(policy);

    protected void Policies(params string[] policyNames) => Definition.Policies(policyNames);

    protected void Description(Action<RouteHandlerBuilder> builder, bool clearDefaults = false) => Definition.Description(builder, clearDefaults);

    protected void Options(Action<RouteHandlerBuilder> builder) => Definition.Options(builder);

    protected void Metadata(params object[] metadata) => Definition.Metadata(metadata);

    protected void MaxRequestBodySize(long size) => Definition.MaxRequestBodySize(size);

    protected void DontAutoSendResponse() => Definition.DontAutoSendResponse();

    protected void DontAutoTag() => Definition.DontAutoTag();

    protected void DontCatchExceptions() => Definition.DontCatchExceptions();

    protected void DontThrowIfValidationFails() => Definition.DontThrowIfValidationFails();

    protected void RoutePrefixOverride(string routePrefix) => Definition.RoutePrefixOverride(routePrefix);

    protected void Summary(Action<EndpointSummary> endpointSummary) => Definition.Summary(endpointSummary);

    [OverloadResolutionPriority(1)]
    protected void Summary(Action<EndpointSummary<TRequest>> endpointSummary) => Definition.Summary(endpointSummary);

    protected void Summary(EndpointSummary endpointSummary) => Definition.Summary(endpointSummary);

    protected void Tags(params string[] endpointTags) => Definition.Tags(endpointTags);

    protected void Validator<TValidator>() where TValidator : IValidator => Definition.Validator<TValidator>();

    public void PreProcessor<TPreProcessor>() where TPreProcessor : class, IPreProcessor<TRequest>
        => Definition.AddOwn(Definition.PreProcessorList, EndpointDefinition.Made(typeof(TPreProcessor)));

    public void PreProcessors(params IPreProcessor<TRequest>[] preProcessors)
    {
        foreach (var processor in preProcessors)
            Definition.AddOwn(Definition.PreProcessorList, processor);
    }

    public void PostProcessor<TPostProcessor>() where TPostProcessor : class, IPostProcessor<TRequest, TResponse>
        => Definition.AddOwn(Definition.PostProcessorList, EndpointDefinition.Made(typeof(TPostProcessor)));

    public void PostProcessors(params IPostProcessor<TRequest, TResponse>[] postProcessors)
    {
        foreach (var processor in postProcessors)
            Definition.AddOwn(Definition.PostProcessorList, processor);
    }

    private void Listen(Http verb, string[] routes)
    {
        Verbs(verb);
        Routes(routes);
    }
}
