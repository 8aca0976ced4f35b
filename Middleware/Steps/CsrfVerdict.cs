namespace Stryke.Web.Middleware.Steps;

/// <summary>What <see cref="Csrf"/> found in a request that wants to change something.</summary>
internal enum CsrfVerdict
{
    /// <summary>It comes from a page of this site.</summary>
    Genuine,

    /// <summary>Its <c>Origin</c> is another site.</summary>
    ForeignOrigin,

    /// <summary>No session came with it, so there is nothing to hold its token against.</summary>
    NoSession,

    /// <summary>It carries no token.</summary>
    NoToken,

    /// <summary>Its token is not of this session.</summary>
    WrongToken,
}
