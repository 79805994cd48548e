namespace FastEndpoints.Security;

public enum TokenSigningStyle
{
    Symmetric,
    Asymmetric,
}
