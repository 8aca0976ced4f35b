using System.Globalization;

namespace Stryke.Web.Specs.Examples;

/// <summary>Signals that a process has been sent and not been interrupted by yet (proc_pid_status(5), ShdPnd).</summary>
internal static class PendingSignals
{
    private const string Field = "ShdPnd:";

    public static bool Has(int process, int signal)
    {
        string line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(Field, StringComparison.Ordinal));
        ulong pending = ulong.Parse(line.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (pending >> (signal - 1) & 1) != 0;
    }
}
