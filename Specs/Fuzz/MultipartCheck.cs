using Stryke.Web.Http.Multipart;
using Stryke.Web.Specs.Http.Multipart;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Bodies of forms with files through their reader: whole, cut at every place, byte by byte, in random pieces. All must
/// understand the same, nothing may throw but a refusal, and no byte is looked at again and again.
/// </summary>
internal sealed class MultipartCheck(Random random)
{
    private const int EveryCutUpToBytes = 600;

    private static readonly MultipartLimits[] Limits = [new(), new() { MaxPartHeadBytes = 90, MaxParts = 3 }];

    /// <returns>Null, or what is wrong.</returns>
    public string? Run(byte[] bytes)
    {
        // The corpus has whole requests, so that live servers are sent them too; what counts here is their body.
        byte[] body =
            bytes.AsSpan().IndexOf("\r\n\r\n"u8) is var end and >= 0 && bytes.AsSpan().StartsWith("POST "u8) ? bytes[(end + 4)..] : bytes;
        try
        {
            foreach (var limits in Limits)
            {
                string whole = FormReading.Of(body, [], limits: limits);
                if (FormReading.OfHidden(body, limits: limits) is var slowly && slowly != whole)
                {
                    return $"A part of it is read twice:\n{slowly}\n\nat once:\n{whole}";
                }

                foreach (int[] splits in Splits(body.Length))
                {
                    string cut = FormReading.Of(body, splits, limits: limits);
                    if (cut != whole)
                    {
                        return $"Cut at {string.Join(' ', splits)}:\n{cut}\n\nwhole:\n{whole}";
                    }
                }
            }

            return null;
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private IEnumerable<int[]> Splits(int length)
    {
        yield return [.. Enumerable.Range(1, Math.Max(0, length - 1))];
        for (int i = 0; i < 4; i++)
        {
            yield return [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => random.Next(length + 1)).Order()];
        }

        int step = length <= EveryCutUpToBytes ? 1 : 1 + (length / EveryCutUpToBytes);
        for (int at = 1; at < length; at += step)
        {
            yield return [at];
        }
    }
}
