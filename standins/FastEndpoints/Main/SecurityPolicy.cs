using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace FastEndpoints;

/// <summary>What an endpoint demands of the caller, as a named policy and [Authorize] data.</summary>
internal static class SecurityPolicy
{
    internal static void Add(AuthorizationOptions options, EndpointDefinition endpoint)
    {
        if (!IsDemanding(endpoint))
            return;

        options.AddPolicy(
            endpoint.SecurityPolicyName,
            policy =>
            {
                policy.RequireAuthenticatedUser();
                Require(policy, endpoint.AllowedPermissions, endpoint.AllowAnyPermission, StringComparer.Ordinal, ValuesOf(Config.SecOpts.PermissionsClaimType));
                Require(policy, endpoint.AllowedScopes, endpoint.AllowAnyScope, StringComparer.OrdinalIgnoreCase, user => ValuesOf(Config.SecOpts.ScopeClaimType)(user).SelectMany(Config.SecOpts.ScopeParser));
                Require(policy, endpoint.AllowedClaimTypes, endpoint.AllowAnyClaim, StringComparer.OrdinalIgnoreCase, user => user.Claims.Select(c => c.Type));
                endpoint.PolicyBuilder?.Invoke(policy);
            });
    }

    internal static IAuthorizeData[] Demands(EndpointDefinition endpoint)
        => [.. (endpoint.PreBuiltUserPolicies ?? []).Concat(IsDemanding(endpoint) ? [endpoint.SecurityPolicyName] : []).Select(
            name => new AuthorizeAttribute
            {
                Policy = name,
                AuthenticationSchemes = endpoint.AuthSchemeNames is null ? null : string.Join(',', endpoint.AuthSchemeNames),
                Roles = endpoint.AllowedRoles is null ? null : string.Join(',', endpoint.AllowedRoles),
            })];

    internal static bool IsDemanding(EndpointDefinition endpoint)
        => endpoint.AllowedPermissions?.Count > 0
            || endpoint.AllowedScopes?.Count > 0
            || endpoint.AllowedClaimTypes?.Count > 0
            || endpoint.AllowedRoles?.Count > 0
            || endpoint.AuthSchemeNames?.Count > 0
            || endpoint.PolicyBuilder is not null
            || endpoint.PreBuiltUserPolicies is not null;

    private static Func<ClaimsPrincipal, IEnumerable<string>> ValuesOf(string claimType)
        => user => user.Claims.Where(c => c.Type.Equals(claimType, StringComparison.OrdinalIgnoreCase)).Select(c => c.Value);

    private static void Require(
        AuthorizationPolicyBuilder policy, List<string>? wanted, bool any, StringComparer comparer, Func<ClaimsPrincipal, IEnumerable<string>> held)
    {
        if (wanted?.Count > 0)
        {
            policy.RequireAssertion(
                x => any ? held(x.User).Intersect(wanted, comparer).Any() : !wanted.Except(held(x.User), comparer).Any());
        }
    }
}
