namespace Stryke.Web.Http;

/// <summary>The limits that a request or a connection can exceed.</summary>
public enum RequestLimit
{
    /// <summary><see cref="HttpOptions.MaxHeadBytes"/></summary>
    HeadBytes,

    /// <summary><see cref="HttpOptions.MaxTargetBytes"/></summary>
    TargetBytes,

    /// <summary><see cref="HttpOptions.MaxHeaders"/></summary>
    HeaderCount,

    /// <summary><see cref="HttpOptions.MaxBodyBytes"/>, or the limit of the application.</summary>
    BodyBytes,

    /// <summary><see cref="HttpOptions.HeadTimeoutMs"/></summary>
    HeadTime,

    /// <summary><see cref="HttpOptions.BodyTimeoutMs"/> with <see cref="HttpOptions.MinBodyBytesPerSecond"/></summary>
    BodyTime,

    /// <summary><see cref="HttpOptions.WriteTimeoutMs"/> with <see cref="HttpOptions.MinResponseBytesPerSecond"/></summary>
    ResponseTime,

    /// <summary><see cref="HttpOptions.MaxConnections"/></summary>
    Connections,

    /// <summary><see cref="HttpOptions.MaxConnectionsPerAddress"/></summary>
    ConnectionsPerAddress,

    /// <summary>The fields of a form or a query.</summary>
    Fields,

    /// <summary>The parts of a form with files.</summary>
    Parts,

    /// <summary>The head of such a part, in bytes.</summary>
    PartHeadBytes,

    /// <summary>One file of a form, in bytes.</summary>
    FileBytes,

    /// <summary>The files of a form.</summary>
    Files,

    /// <summary>The text of a form with files, in bytes.</summary>
    TextBytes,
}
