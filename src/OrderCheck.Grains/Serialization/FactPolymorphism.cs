using System.Text.Json.Serialization.Metadata;
using OrderCheck.Core.Encounters;

namespace OrderCheck.Grains.Serialization;

/// <summary>Writes which kind of fact it is beside its fields; only kinds of Core are read back.</summary>
internal static class FactPolymorphism
{
    private static readonly Type[] Kinds =
        [.. typeof(Fact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Fact)))];

    public static void Apply(JsonTypeInfo info)
    {
        if (info.Type != typeof(Fact) && !(info.Type.IsAbstract && info.Type.IsSubclassOf(typeof(Fact))))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$fact" };
        foreach (var kind in Kinds.Where(info.Type.IsAssignableFrom))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }
}
