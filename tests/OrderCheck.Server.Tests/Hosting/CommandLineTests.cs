using OrderCheck.Server.Hosting;
using Xunit;

namespace OrderCheck.Server.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_set_configuration_keys()
    {
        var line = CommandLine.Parse(["--demo", "--data", "/var/oc", "--http-port=80", "--log-json=false"]);
        Assert.Empty(line.Faults);
        Assert.Equal("true", line.Values["OrderCheck:Demo"]);
        Assert.Equal("/var/oc", line.Values["OrderCheck:Data"]);
        Assert.Equal("80", line.Values["OrderCheck:HttpPort"]);
        Assert.Equal("false", line.Values["OrderCheck:LogJson"]);
    }

    [Theory]
    [InlineData("--dmeo")]
    [InlineData("demo")]
    [InlineData("--urls=http://*:80")]
    public void An_unknown_option_is_an_error_and_named(string option) =>
        Assert.Contains(option.Split('=')[0] + " is no option", Assert.Single(CommandLine.Parse([option]).Faults), StringComparison.Ordinal);

    [Fact]
    public void An_option_without_its_value_is_an_error() =>
        Assert.Equal("--data needs a value: --data DIR.", Assert.Single(CommandLine.Parse(["--data"]).Faults));

    [Fact]
    public void An_option_given_twice_is_an_error() =>
        Assert.Equal("--data is given twice.", Assert.Single(CommandLine.Parse(["--data", "a", "--data=b"]).Faults));

    [Fact]
    public void A_switch_takes_only_true_and_false() =>
        Assert.Contains("--demo is yes", Assert.Single(CommandLine.Parse(["--demo=yes"]).Faults), StringComparison.Ordinal);

    [Fact]
    public void Help_names_every_option_and_how_the_first_administrator_comes_in()
    {
        Assert.True(CommandLine.Parse(["--help"]).Help);
        var text = HelpText.Build();
        Assert.All(Settings.All, s => Assert.Contains("--" + s.Option, text, StringComparison.Ordinal));
        Assert.Contains("bootstrap-key", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_a_property_of_the_options() =>
        Assert.Equal(
            typeof(OrderCheckOptions).GetProperties().Select(static p => p.Name).Order(),
            Settings.All.Select(static s => s.Key).Order());
}
