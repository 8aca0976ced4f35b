namespace Stryke.Web.Compiler.Controllers;

/// <summary>How an action wants the body of its request.</summary>
/// <param name="MaxBytes">Largest body; null for what the settings say.</param>
/// <param name="IsStreamed">As it arrives.</param>
internal readonly record struct BodyModel(long? MaxBytes, bool IsStreamed)
{
    private const string Plan = "global::Stryke.Web.Http.BodyPlan";

    /// <summary>Whether it is as for every action.</summary>
    public bool IsUsual => MaxBytes is null && !IsStreamed;

    /// <summary>The expression that says so at run time.</summary>
    public string Expression =>
        (MaxBytes, IsStreamed) switch
        {
            (null, false) => $"{Plan}.Default",
            (null, true) => $"{Plan}.Streamed",
            ({ } bytes, false) => $"{Plan}.Buffer({bytes})",
            ({ } bytes, true) => $"{Plan}.Stream({bytes})",
        };
}
