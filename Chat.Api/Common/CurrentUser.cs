using System.Security.Claims;
using Chat.Core.Limits;

namespace Chat.Api.Common;

/// <summary>Who makes this request. Endpoints ask this and never look at claims.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http)
{
    /// <summary>The user.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets in callers without a token, and this is one.</exception>
    public Guid Id => Guid.Parse(Required("sub"));

    /// <summary>The session that the access token belongs to.</summary>
    /// <exception cref="InvalidOperationException">See <see cref="Id"/>.</exception>
    public Guid SessionId => Guid.Parse(Required("sid"));

    /// <summary>Which limits hold.</summary>
    public LimitProfile Limits => Principal.HasClaim(AccessTokens.LimitsClaim, AccessTokens.ImportLimits) ? LimitProfile.Import : LimitProfile.Standard;

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? throw new InvalidOperationException("There is no request.");

    private string Required(string claim) => Principal.FindFirstValue(claim) ?? throw new InvalidOperationException($"The caller has no '{claim}'.");
}
