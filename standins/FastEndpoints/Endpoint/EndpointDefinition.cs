using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public sealed partial class EndpointDefinition(Type endpointType, Type requestDtoType, Type responseDtoType)
{
    private static readonly string[] EveryVerb = Enum.GetNames<Http>();

    private object? _validator;
    private int _prePosition;
    private int _postPosition;

    public Type EndpointType { get; init; } = endpointType;

    public Type ReqDtoType { get; init; } = requestDtoType;

    public Type ResDtoType { get; init; } = responseDtoType;

    public string[] Routes { get; internal set; } = [];

    public string[] Verbs { get; internal set; } = [];

    public string SecurityPolicyName => $"epPolicy:{EndpointType.FullName}";

    public Type? ValidatorType { get; internal set; }

    public bool AllowAnyPermission { get; private set; }

    public List<string>? AllowedPermissions { get; private set; }

    public bool AllowAnyScope { get; private set; }

    public List<string>? AllowedScopes { get; private set; }

    public bool AllowAnyClaim { get; private set; }

    public List<string>? AllowedClaimTypes { get; private set; }

    public List<string>? AllowedRoles { get; private set; }

    public string[]? AnonymousVerbs { get; private set; }

    public List<string>? AuthSchemeNames { get; private set; }

    public bool DontAutoSend { get; private set; }

    public bool DontAutoTagEndpoints { get; private set; }

    public bool DoNotCatchExceptions { get; private set; }

    public EndpointSummary? EndpointSummary { get; private set; }

    public List<string>? EndpointTags { get; private set; }

    public object[]? EndpointMetadata { get; private set; }

    public string? OverriddenRoutePrefix { get; private set; }

    public List<string>? PreBuiltUserPolicies { get; private set; }

    public Action<AuthorizationPolicyBuilder>? PolicyBuilder { get; private set; }

    public bool ThrowIfValidationFails { get; private set; } = true;

    internal List<IProcessor> PreProcessorList { get; } = [];

    internal List<IProcessor> PostProcessorList { get; } = [];

    internal Action<RouteHandlerBuilder>? UserConfigAction { get; private set; }

    internal long? MaxRequestSize { get; private set; }

    internal bool ExecuteAsyncImplemented { get; init; }

    internal bool FoundDuplicateValidators { get; init; }

    internal bool Locked { get; set; }

    /// <summary>The endpoint's settable properties, which are given services.</summary>
    internal IReadOnlyList<BoundProperty> Injected { get; } = [.. BoundProperty.Of(endpointType).Select(p => new BoundProperty(p, p.Name))];

    /// <summary>Name and dot of the request's [FromBody] property; null when there is none.</summary>
    internal string? BodyPrefix { get; init; }

    public void AllowAnonymous(params Http[] verbs)
        => AllowAnonymous(verbs.Length > 0 ? [.. verbs.Select(v => v.ToString("F"))] : EveryVerb);

    public void AllowAnonymous(string[] verbs)
    {
        ThrowIfLocked();
        AnonymousVerbs = verbs;
    }

    public void AuthSchemes(params string[] authSchemeNames) => AuthSchemeNames = Add(AuthSchemeNames, authSchemeNames);

    public void Claims(params string[] claimTypes) => (AllowedClaimTypes, AllowAnyClaim) = (Add(AllowedClaimTypes, claimTypes), true);

    public void ClaimsAll(params string[] claimTypes) => (AllowedClaimTypes, AllowAnyClaim) = (Add(AllowedClaimTypes, claimTypes), false);

    public void Permissions(params string[] permissions)
        => (AllowedPermissions, AllowAnyPermission) = (Add(AllowedPermissions, permissions), true);

    public void PermissionsAll(params string[] permissions)
        => (AllowedPermissions, AllowAnyPermission) = (Add(AllowedPermissions, permissions), false);

    public void Scopes(params string[] scopes) => (AllowedScopes, AllowAnyScope) = (Add(AllowedScopes, scopes), true);

    public void ScopesAll(params string[] scopes) => (AllowedScopes, AllowAnyScope) = (Add(AllowedScopes, scopes), false);

    public void Roles(params string[] rolesNames) => AllowedRoles = Add(AllowedRoles, rolesNames);

    public void Policies(params string[] policyNames) => PreBuiltUserPolicies = Add(PreBuiltUserPolicies, policyNames);

    public void Policy(Action<AuthorizationPolicyBuilder> policy)
    {
        ThrowIfLocked();
        PolicyBuilder = policy + PolicyBuilder;
    }

    public void Tags(params string[] endpointTags) => EndpointTags = Add(EndpointTags, endpointTags);

    public void Description(Action<RouteHandlerBuilder> builder, bool clearDefaults = false)
    {
        ThrowIfLocked();
        UserConfigAction = (clearDefaults ? ClearDefaults : null) + builder + UserConfigAction;
    }

    public void Options(Action<RouteHandlerBuilder> builder)
    {
        ThrowIfLocked();
        UserConfigAction = builder + UserConfigAction;
    }

    public void Metadata(params object[] metadata)
    {
        ThrowIfLocked();
        EndpointMetadata = [.. EndpointMetadata ?? [], .. metadata];
    }

    public void DontAutoSendResponse()
    {
        ThrowIfLocked();
        DontAutoSend = true;
    }

    public void DontAutoTag()
    {
        ThrowIfLocked();
        DontAutoTagEndpoints = true;
    }

    public void DontCatchExceptions()
    {
        ThrowIfLocked();
        DoNotCatchExceptions = true;
    }

    public void DontThrowIfValidationFails()
    {
        ThrowIfLocked();
        ThrowIfValidationFails = false;
    }

    public void MaxRequestBodySize(long size)
    {
        ThrowIfLocked();
        MaxRequestSize = size;
    }

    public void RoutePrefixOverride(string routePrefix)
    {
        ThrowIfLocked();
        OverriddenRoutePrefix = routePrefix;
    }

    public void Group<TEndpointGroup>() where TEndpointGroup : Group, new()
    {
        ThrowIfLocked();
        if (Routes.Length == 0)
            throw new InvalidOperationException($"Endpoint group can only be specified after the route has been configured in the [{EndpointType.FullName}] endpoint class!");
        new TEndpointGroup().Action(this);
    }

    public void Summary(Action<EndpointSummary> endpointSummary)
    {
        ThrowIfLocked();
        endpointSummary(EndpointSummary ??= new());
    }

    public void Summary<TRequest>(Action<EndpointSummary<TRequest>> endpointSummary) where TRequest : notnull
    {
        ThrowIfLocked();
        var summary = EndpointSummary as EndpointSummary<TRequest> ?? new EndpointSummary<TRequest>(EndpointSummary);
        endpointSummary(summary);
        EndpointSummary = summary;
    }

    public void Summary(EndpointSummary endpointSummary)
    {
        ThrowIfLocked();
        EndpointSummary = endpointSummary;
    }

    public void Validator<TValidator>() where TValidator : IValidator
    {
        ThrowIfLocked();
        ValidatorType = typeof(TValidator);
    }

    internal IValidator? GetValidator()
        => ValidatorType is null ? null : (IValidator)(_validator ??= ServiceResolver.Instance.CreateSingleton(ValidatorType));

    internal void PrefixRoutes(string prefix)
    {
        for (var i = 0; i < Routes.Length; i++)
            Routes[i] = prefix + (prefix.EndsWith('/') || Routes[i].StartsWith('/') ? "" : "/") + Routes[i];
    }

    internal void ThrowIfLocked([CallerMemberName] string callerName = "Unknown")
    {
        if (Locked)
            throw new InvalidOperationException($"Not allowed to configure endpoints after startup! Culprit: [{callerName}()]");
    }

    private List<string> Add(List<string>? list, string[] more, [CallerMemberName] string callerName = "Unknown")
    {
        ThrowIfLocked(callerName);
        return [.. list ?? [], .. more];
    }

    private static void ClearDefaults(RouteHandlerBuilder builder)
    {
        builder.Add(endpoint => endpoint.Metadata.RemoveAll(m => m is IAcceptsMetadata));
        builder.Finally(endpoint => endpoint.Metadata.RemoveAll(m => m is ProducesMetadata));
    }
}
