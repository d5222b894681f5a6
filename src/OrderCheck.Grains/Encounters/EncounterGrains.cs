using OrderCheck.Core.Identity;

namespace OrderCheck.Grains.Encounters;

/// <summary>
/// Names the grain of an encounter. Orleans looks the interface's attributes up at every call of GetGrain, which costs more than
/// the rules of an order: here it is done once.
/// </summary>
internal sealed class EncounterGrains
{
    private readonly IGrainFactory _grains;
    private readonly Lazy<(GrainType Type, GrainInterfaceType Interface)> _names;

    public EncounterGrains(IGrainFactory grains)
    {
        _grains = grains;
        _names = new(() =>
        {
            var any = (GrainReference)grains.GetGrain<IEncounterGrain>("any");
            return (any.GrainId.Type, any.InterfaceType);
        });
    }

    public IEncounterGrain Of(EncounterKey key) =>
        (IEncounterGrain)_grains.GetGrain(GrainId.Create(_names.Value.Type, IdSpan.Create(key.ToString())), _names.Value.Interface);
}
