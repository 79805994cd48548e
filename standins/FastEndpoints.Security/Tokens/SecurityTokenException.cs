namespace Microsoft.IdentityModel.Tokens;

public class SecurityTokenException(string message) : Exception(message);

public class SecurityTokenValidationException(string message) : SecurityTokenException(message);

public class SecurityTokenInvalidAudienceException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenInvalidIssuerException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenNoExpirationException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenNotYetValidException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenExpiredException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenInvalidLifetimeException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenInvalidAlgorithmException(string message) : SecurityTokenValidationException(message);

public class SecurityTokenInvalidSignatureException(string message) : SecurityTokenValidationException(message);
