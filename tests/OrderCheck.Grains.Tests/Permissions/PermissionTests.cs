using OrderCheck.Core.Checks;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Charges;
using OrderCheck.Grains.Encounters;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Permissions;
using OrderCheck.Grains.Tests.Clusters;
using OrderCheck.Grains.Tests.Encounters;
using OrderCheck.Grains.Tests.Releases;

namespace OrderCheck.Grains.Tests.Permissions;

public sealed class PermissionTests
{
    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData((Role)0)]
    [InlineData((Role)99)]
    public void What_is_not_listed_is_denied(Role role) => Assert.DoesNotContain(Enum.GetValues<Operation>(), operation => PermissionTable.Permits(role, operation));

    [Theory]
    [InlineData(Role.Doctor, Operation.PostCharges)]
    [InlineData(Role.Doctor, Operation.VerifyOrders)]
    [InlineData(Role.Doctor, Operation.ListAnyLate)]
    [InlineData(Role.Nurse, Operation.SignOrders)]
    [InlineData(Role.Pharmacist, Operation.SignOrders)]
    [InlineData(Role.Officer, Operation.SignOrders)]
    [InlineData(Role.Officer, Operation.PostCharges)]
    [InlineData(Role.His, Operation.ListAnyLate)]
    public void Nobody_does_the_others_work(Role role, Operation operation) => Assert.False(PermissionTable.Permits(role, operation));

    [Fact]
    public async Task A_nurse_cannot_sign_and_nothing_of_a_mixed_call_is_written()
    {
        await using var ward = await Ward.OpenAsync();
        var patient = new Case(ward, "V1");
        var nurse = Ward.His with { Role = Role.Nurse };

        var denied = await Assert.ThrowsAsync<NotPermittedException>(() => ward.Encounters.WriteAsync(
            nurse,
            patient.Ref,
            new WriteRequest("r1", [Case.Charge("c1", Rulebook.Bed, 1, 1), Case.Signed(Case.Order("o1", Rulebook.Bed))]),
            TestContext.Current.CancellationToken));

        Assert.Equal(nameof(Operation.SignOrders), denied.Operation);
        Assert.Null(await patient.DescribeAsync());
    }

    [Fact]
    public async Task Another_doctors_list_is_for_the_insurance_office()
    {
        await using var ward = await Ward.OpenAsync();
        var doctor = Ward.His with { Role = Role.Doctor, Person = "doc1" };

        await Assert.ThrowsAsync<NotPermittedException>(() => ward.Encounters.ListLateAsync(doctor, "doc2", 0, 0, TestContext.Current.CancellationToken));

        Assert.Empty((await ward.Encounters.ListLateAsync(doctor, "doc1", 0, 0, TestContext.Current.CancellationToken)).Entries);
        Assert.Empty((await ward.Encounters.ListLateAsync(doctor with { Role = Role.Officer }, "doc2", 0, 0, TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task A_hospital_that_is_not_of_this_installation_is_unknown_to_every_operation()
    {
        await using var ward = await Ward.OpenAsync();
        var stranger = Ward.His with { Hospital = "H99999999999" };
        var visit = new EncounterRef("V1", null);
        var cancellation = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.CheckAsync(stranger, visit, new CheckRequest([], Stage.Order), cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.WriteAsync(stranger, visit, new WriteRequest("r1", [Case.Admit()]), cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.WriteAsync(stranger, visit, new WriteRequest("r1", []), cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.DescribeAsync(stranger, visit, cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.ReconcileAsync(stranger, new ReconcileRequest(visit, null, []), cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.GetCheckAsync(stranger, "x", cancellation));
        await Assert.ThrowsAsync<UnknownHospitalException>(() => ward.Encounters.ListLateAsync(stranger, null, 0, 0, cancellation));
    }

    [Fact]
    public async Task A_check_of_another_hospital_is_not_found()
    {
        await using var ward = await Ward.OpenAsync(release: Rulebook.Release());
        var patient = new Case(ward, "V1");
        var check = await patient.CheckAsync(Case.Order("o1", Rulebook.Bed));
        ward.AddHospital("H2");

        Assert.Null(await ward.Encounters.GetCheckAsync(Ward.His with { Hospital = "H2" }, check.CheckId, TestContext.Current.CancellationToken));
    }
}
