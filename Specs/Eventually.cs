using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Stryke.Web.Specs;

/// <summary>
/// Waits for what another thread or process does. The wait has a bound, and a failure says what was waited for and what
/// was seen last.
/// </summary>
internal static class Eventually
{
    private const string Variable = "SPECS_PATIENCE_SECONDS";
    private const int QuickLooks = 50;

    /// <summary>
    /// How long a spec waits for one thing: 60 seconds, or the seconds in the environment variable
    /// <c>SPECS_PATIENCE_SECONDS</c>. Far more than anything takes: only what never comes reaches it.
    /// </summary>
    public static TimeSpan Bound { get; } =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable(Variable) ?? "60", CultureInfo.InvariantCulture));

    /// <summary>Waits until the condition holds.</summary>
    /// <param name="condition">What is asked again and again. What it throws ends the wait.</param>
    /// <param name="name">What is waited for, as the failure says it.</param>
    public static Task Holds(Func<bool> condition, string name) => Sees(condition, static holds => holds, name);

    /// <inheritdoc cref="Holds(Func{bool}, string)"/>
    public static Task Holds(Func<Task<bool>> condition, string name) => Sees(condition, static holds => holds, name);

    /// <summary>Looks again and again until what it sees is what is wanted.</summary>
    /// <returns>What was seen last.</returns>
    public static Task<T> Sees<T>(Func<T> look, Func<T, bool> isWanted, string name) => Sees(() => Task.FromResult(look()), isWanted, name);

    /// <inheritdoc cref="Sees{T}(Func{T}, Func{T, bool}, string)"/>
    public static Task<T> Sees<T>(Func<Task<T>> look, Func<T, bool> isWanted, string name) => Sees(look, isWanted, name, Bound);

    /// <summary>The same with a bound of its own: for the spec of these waits.</summary>
    internal static async Task<T> Sees<T>(Func<Task<T>> look, Func<T, bool> isWanted, string name, TimeSpan bound)
    {
        var clock = Stopwatch.StartNew();
        for (int looks = 1; ; looks++)
        {
            var seen = await Answer(look(), looks);
            if (isWanted(seen))
                return seen;
            if (clock.Elapsed >= bound)
                Assert.Fail(Failure(name, bound, $"last seen after {looks} looks: {seen}"));
            await Task.Delay(looks < QuickLooks ? 1 : 10);
        }

        async Task<T> Answer(Task<T> asked, int number)
        {
            try
            {
                return await asked.WaitAsync(bound);
            }
            catch (TimeoutException) when (!asked.IsCompleted)
            {
                Assert.Fail(Failure(name, bound, $"look {number} has not come back"));
                throw;
            }
        }
    }

    private static string Failure(string name, TimeSpan bound, string seen) =>
        string.Create(CultureInfo.InvariantCulture, $"Waited {bound.TotalSeconds} s ({Variable}) until {name}; {seen}.");
}
