namespace OrderCheck.Core.Tables;

/// <summary>Where long work lets others pass. How that is done is the process's affair, which has threads: see <see cref="By"/>.</summary>
public static class Courtesy
{
    private static Action _way = static () => { };
    private static Action _oftenWay = static () => { };

    /// <summary>To be called in every turn of a long loop: no more than some nanoseconds where nobody has to be let pass.</summary>
    public static void Pause() => _way();

    /// <summary>The same in work that comes as often as checks do: whoever waits is let pass sooner.</summary>
    public static void PauseOften() => _oftenWay();

    /// <summary>Says how, for the whole process. Nobody is let pass before.</summary>
    /// <param name="way">Of <see cref="Pause"/>.</param>
    /// <param name="oftenWay">Of <see cref="PauseOften"/>.</param>
    public static void By(Action way, Action oftenWay) => (_way, _oftenWay) = (way, oftenWay);
}
