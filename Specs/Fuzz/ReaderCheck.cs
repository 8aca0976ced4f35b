using Stryke.Web.Http;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Client bytes through the reader: whole, read once before, cut at every place, byte by byte, in random pieces, with
/// bodies read first and with bodies streamed. All must understand the same, nothing may throw, and no byte is looked
/// at again and again.
/// </summary>
internal sealed class ReaderCheck(Random random)
{
    private const int EveryCutUpToBytes = 600;

    private static readonly HttpOptions[] Limits =
    [
        new() { MaxBodyBytes = 4096 },
        new()
        {
            MaxHeadBytes = 160,
            MaxTargetBytes = 40,
            MaxHeaders = 6,
            MaxBodyBytes = 8,
        },
    ];

    /// <returns>Null, or what is wrong.</returns>
    public string? Run(byte[] bytes)
    {
        try
        {
            foreach (var limits in Limits)
            {
                if (Compare(bytes, limits) is { } difference)
                {
                    return difference;
                }
            }

            return LinearWork.Check(bytes, Limits[0]) ?? LinearWork.Check(bytes, Limits[1]);
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private string? Compare(byte[] bytes, HttpOptions limits)
    {
        var recent = new RecentFields();
        string whole = Reading.Of(bytes, [], limits, recent: recent);
        string again = Reading.Of(bytes, [], limits, recent: recent);
        if (again != whole)
        {
            return $"Read again:\n{again}\n\nat first:\n{whole}";
        }

        foreach (int[] splits in Splits(bytes.Length))
        {
            string cut = Reading.Of(bytes, splits, limits, recent: recent);
            if (cut != whole)
            {
                return $"Cut at {string.Join(' ', splits)}:\n{cut}\n\nwhole:\n{whole}";
            }
        }

        foreach (int takeBytes in new[] { 1, 3, 4096 })
        {
            int[][] ways =
            [
                [],
                EachByte(bytes.Length),
                Pieces(bytes.Length),
            ];
            foreach (int[] splits in ways)
            {
                string streamed = Reading.Of(bytes, splits, limits, takeBytes, recent);
                if (streamed != whole)
                {
                    return $"Streamed by {takeBytes}, cut at {string.Join(' ', splits)}:\n{streamed}\n\nwhole:\n{whole}";
                }
            }
        }

        return null;
    }

    private IEnumerable<int[]> Splits(int length)
    {
        yield return EachByte(length);
        for (int i = 0; i < 4; i++)
        {
            yield return Pieces(length);
        }

        int step = length <= EveryCutUpToBytes ? 1 : 1 + (length / EveryCutUpToBytes);
        for (int at = 1; at < length; at += step)
        {
            yield return [at];
        }
    }

    private static int[] EachByte(int length) => [.. Enumerable.Range(1, Math.Max(0, length - 1))];

    private int[] Pieces(int length) => [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => random.Next(length + 1)).Order()];
}
