namespace Stryke.Web.Middleware.Logging;

/// <summary>How a log is written.</summary>
public enum LogFormat
{
    /// <summary>For people: a request is a short line, an exception is told with its stack.</summary>
    Text,

    /// <summary>For machines: every line is one JSON object, whatever it tells of.</summary>
    Json,
}
