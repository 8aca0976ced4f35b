namespace Stryke.Web.Host.Config;

/// <summary>Everything that is set for an app, after all layers.</summary>
public sealed record Settings
{
    /// <summary>What holds for all of its code.</summary>
    public required AppSettings App { get; init; }

    /// <summary>Where it listens.</summary>
    public required ServerSettings Server { get; init; }

    /// <summary>What it runs on.</summary>
    public required RuntimeSettings Runtime { get; init; }

    /// <summary>What a request may take.</summary>
    public required LimitsSettings Limits { get; init; }

    /// <summary>What a form with files may take.</summary>
    public required UploadsSettings Uploads { get; init; }

    /// <summary>What its pages may take.</summary>
    public required ViewsSettings Views { get; init; }

    /// <summary>Whom it believes about the clients of others.</summary>
    public required ProxySettings Proxies { get; init; }

    /// <summary>What it writes about itself.</summary>
    public required LogSettings Log { get; init; }

    /// <summary>The database of the environment.</summary>
    public required DatabaseSettings Database { get; init; }
}
