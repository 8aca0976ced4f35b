namespace Stuck;

public sealed partial class Application : WebApplication
{
    protected override void AddSettings(SettingsList settings) => settings.Add<StuckSettings>();

    protected override void AddServices(ServiceList services, SettingsSet settings)
    {
        var stuck = settings.Get<StuckSettings>();
        foreach (string name in stuck.Services)
            services.Add(new TalkingService(name, stuck));
    }
}
