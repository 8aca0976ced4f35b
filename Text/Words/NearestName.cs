namespace Stryke.Web.Text.Words;

/// <summary>Finds what somebody who mistyped a name probably meant. The compiler has this file compiled in.</summary>
public static class NearestName
{
    /// <summary>How a message goes on behind "there is no X": the nearest name, or all of them when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    public static string Suggest(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there are: {string.Join(", ", known)}";

    /// <summary>The known name with the fewest edits (Levenshtein's distance, case ignored), if they are few for its length.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant; of several equally near ones the first is taken.</param>
    /// <returns>The name, or the one that goes on where this stops; null when nothing is near.</returns>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? nearest = null,
            longer = null;
        int fewest = int.MaxValue;
        foreach (string candidate in known)
        {
            int edits = Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            bool isNear = edits <= Math.Max(2, candidate.Length / 3) && edits < candidate.Length;
            if (isNear && edits < fewest)
                (nearest, fewest) = (candidate, edits);
            if (longer is null && name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                longer = candidate;
        }
        return nearest ?? longer;
    }

    // Levenshtein's distance with one row of the matrix.
    private static int Edits(string from, string to)
    {
        int[] row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[to.Length];
    }
}
