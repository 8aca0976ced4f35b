namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>Mistakes in <c>config/Observers.cs</c>.</summary>
internal static class ObserverMistakes
{
    private const string ObserversFile = "config/Observers.cs";
    private const string Observe = "Observe<Metrics>();";

    public static readonly Mistake[] All =
    [
        new("STRYKE507", "Observe<T>()", ObserversFile, Observe, "¦Console.WriteLine();"),
        new("CS0246", "'Metriks'", ObserversFile, Observe, "¦Observe<Metriks>();"),
        new("STRYKE508", "implement IExchangeObserver", ObserversFile, Observe, "¦Observe<ProjectsController>();"),
        new("STRYKE508", "in the list already", ObserversFile, Observe, "Observe<Metrics>();\n        ¦Observe<Metrics>();"),
        new(
            "STRYKE508",
            "implement OnExchangeStarted as a public method",
            ObserversFile,
            Observe,
            """
            Observe<Metrics>();
                    ¦Observe<Hidden>();
                }

                internal sealed class Hidden : IExchangeObserver
                {
                    void IExchangeObserver.OnExchangeStarted(HttpExchange exchange) { }

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
            """
        ),
        new(
            "STRYKE508",
            "make it internal or public",
            ObserversFile,
            Observe,
            """
            Observe<Metrics>();
                    ¦Observe<Own>();
                }

                private sealed class Own : IExchangeObserver
                {
                    public void OnExchangeStarted(HttpExchange exchange) { }

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
            """
        ),
    ];
}
