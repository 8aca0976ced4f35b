namespace Stryke.Web.Host.Launch;

/// <summary>What the process leaves with, after <c>sysexits.h</c>, so that a supervisor can tell a mistake from an accident.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command was understood and failed: a migration, for instance.</summary>
    public const int Failed = 1;

    /// <summary>EX_USAGE: no such command or option.</summary>
    public const int Usage = 64;

    /// <summary>EX_UNAVAILABLE: something it needs is not there, such as a port or a directory.</summary>
    public const int Unavailable = 69;

    /// <summary>
    /// EX_SOFTWARE: a service has failed, or it was asked to stop and code of the app (an action that holds a core, a service) did not let
    /// it; the process was ended under that.
    /// </summary>
    public const int Software = 70;

    /// <summary>EX_CONFIG: a setting or a secret is missing or wrong. Starting again does not help.</summary>
    public const int Configuration = 78;
}
