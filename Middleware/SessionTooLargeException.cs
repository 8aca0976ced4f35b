namespace Stryke.Web.Middleware;

/// <summary>A session does not fit into its cookie. The message names the largest values by name and size, never their text.</summary>
public sealed class SessionTooLargeException : Exception
{
    internal SessionTooLargeException(int cookieBytes, int limitBytes, Dictionary<string, string> values)
        : base(
            $"The session needs a cookie of {cookieBytes} bytes; browsers keep {limitBytes}. Largest values: {Largest(values)}. "
                + "Keep ids in the session and the records in the database."
        ) { }

    private static string Largest(Dictionary<string, string> values) =>
        string.Join(
            ", ",
            values
                .OrderByDescending(pair => pair.Key.Length + pair.Value.Length)
                .Take(3)
                .Select(pair => $"{pair.Key} ({pair.Value.Length} characters)")
        );
}
