namespace Stryke.Web.Host.Serve;

/// <summary>Requests in a sentence: some of them when they are many.</summary>
internal static class RequestList
{
    private const int Most = 10;

    public static string Of(IReadOnlyList<string> requests, string between) =>
        string.Join(between, requests.Take(Most)) + (requests.Count > Most ? $" and {requests.Count - Most} more" : "");
}
