using System.Diagnostics;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Processes;

namespace LeadFilter.Tests.Containers;

/// <summary>
/// The image that the SDK makes, on a base image of the tests' own. It contains the native program, which takes minutes to make, so
/// these tests run where it has been made already: in .ci/run.
/// </summary>
[TestClass]
[TestCategory("Native")]
public sealed class ContainerImageTests
{
    private static TemporaryFolder? folder;
    private static ImageArchive? image;

    private static ImageArchive Image => image ?? throw new InvalidOperationException("There is no image.");

    [ClassInitialize]
    public static async Task MakeAsync(TestContext _)
    {
        if (!ProgramStart.IsPublished)
        {
            return;
        }

        folder = new();
        await using var registry = await StubRegistry.StartAsync(new());
        var archive = Path.Combine(folder.Path, "leadfilter.tar");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(SampleFiles.Root, "LeadFilter.Cli"), "-p:PublishProfile=native", "-t:PublishContainer",
                $"-p:ContainerBaseImage={registry.Image}", $"-p:ContainerArchiveOutputPath={archive}",
            ]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.AreEqual(0, publish.ExitCode, said);
        image = await ImageArchive.ReadAsync(archive);
    }

    [ClassCleanup]
    public static void Forget() => folder?.Dispose();

    [TestInitialize]
    public void Needs()
    {
        if (image is null)
        {
            Assert.Inconclusive($"{ProgramStart.ProgramSetting} names no native program.");
        }
    }

    [TestMethod]
    public void It_does_not_run_as_root() => Assert.AreEqual("1654", (string?)Image.Config["config"]!["User"]);

    [TestMethod]
    public void It_serves_unless_it_is_told_something_else()
    {
        Assert.AreEqual("""["/app/leadfilter"]""", Image.Config["config"]!["Entrypoint"]!.ToJsonString());
        Assert.AreEqual(
            """["serve","--data","/app/data","--campaigns","/app/campaigns"]""", Image.Config["config"]!["Cmd"]!.ToJsonString());
    }

    [TestMethod]
    public void It_listens_on_all_addresses_of_one_port()
    {
        Assert.AreEqual("""{"7071/tcp":{}}""", Image.Config["config"]!["ExposedPorts"]!.ToJsonString());
        CollectionAssert.Contains(
            Image.Config["config"]!["Env"]!.AsArray().Select(static one => (string?)one).ToArray(), "LEADFILTER_LISTEN=0.0.0.0:7071");
    }

    [TestMethod]
    public void Its_labels_say_what_it_is()
    {
        var labels = Image.Config["config"]!["Labels"]!;
        Assert.AreEqual("MIT", (string?)labels["org.opencontainers.image.licenses"]);
        Assert.AreEqual("0.1.0", (string?)labels["org.opencontainers.image.version"]);
    }

    [TestMethod]
    public void It_holds_the_program_and_what_that_needs_and_nothing_else() => Assert.AreEqual(
        "LICENSE campaigns/.volume data/.volume leadfilter libe_sqlite3.so",
        string.Join(' ', Image.Entries
            .Where(static entry => entry.Name.StartsWith("app/", StringComparison.Ordinal) && entry.Length > 0)
            .Select(static entry => entry.Name["app/".Length..])
            .Order(StringComparer.Ordinal)));

    [TestMethod]
    public void The_folder_of_its_data_belongs_to_its_user() =>
        Assert.AreEqual(1654, Image.Entries.Single(static entry => entry.Name == "app/data").Owner);
}
