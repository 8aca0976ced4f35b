namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Makes a finding as short as it can be while it still breaks something: takes stretches out, halving their length
/// down to a byte.
/// </summary>
internal static class Minimiser
{
    public static byte[] Shrink(byte[] finding, Func<byte[], bool> stillBreaks)
    {
        for (int length = finding.Length / 2; length > 0; length /= 2)
        {
            for (int start = 0; start + length <= finding.Length; )
            {
                byte[] shorter = [.. finding.AsSpan(0, start), .. finding.AsSpan(start + length)];
                if (stillBreaks(shorter))
                {
                    finding = shorter;
                }
                else
                {
                    start += length;
                }
            }
        }

        return finding;
    }
}
