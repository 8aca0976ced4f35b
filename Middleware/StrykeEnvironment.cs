namespace Stryke.Web.Middleware;

/// <summary>What a process is run for: <c>STRYKE_ENV</c>.</summary>
public enum StrykeEnvironment
{
    /// <summary><c>production</c>: nothing about the inside is shown, cookies need https. The default of a published binary.</summary>
    Production,

    /// <summary><c>development</c>: errors are explained in the browser, requests are logged, assets are read from disk.</summary>
    Development,

    /// <summary><c>test</c>: like production, but quiet and with the test database.</summary>
    Test,
}
