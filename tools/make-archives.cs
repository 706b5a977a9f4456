#!/usr/bin/env dotnet
#:property PublishAot=false
#:property RunAnalyzers=false
#:property GenerateDocumentationFile=false

// Makes an archive of `leadfilter` for each platform, and SHA256SUMS (docs/install.md).
//     dotnet run tools/make-archives.cs -- FOLDER [PLATFORM…]
// Native where this machine can link for the platform; otherwise one file that carries .NET with it, compiled ahead. The file
// KIND in the archive says which.
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml.Linq;

string[] platforms = ["linux-x64", "linux-arm64", "osx-arm64", "osx-x64", "win-x64"];
const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
    | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

if (args is not [var target, ..] || args.Skip(1).Except(platforms).Any())
{
    Console.Error.WriteLine($"Usage: dotnet run tools/make-archives.cs -- FOLDER [PLATFORM…], with {string.Join(", ", platforms)}");
    return 2;
}

var root = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFileDirectoryPath")!)!;
var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").Single().Value;
Directory.CreateDirectory(target);
foreach (var platform in args.Length > 1 ? args[1..] : platforms)
{
    var linker = LinkerOf(platform);
    var folder = Directory.CreateTempSubdirectory("leadfilter-archive-").FullName;
    try
    {
        Publish(platform, linker, folder);
        File.WriteAllText(
            Path.Combine(folder, "KIND"),
            $"leadfilter {version} for {platform}, {(linker is null ? "with .NET in one file (ReadyToRun)" : "native")}\n");
        var archive = Path.Combine(target, $"leadfilter-{version}-{platform}{(platform.StartsWith("win") ? ".zip" : ".tar.gz")}");
        Pack(folder, archive);
        Console.WriteLine($"{archive}  {new FileInfo(archive).Length / 1e6:0.0} MB  {File.ReadAllText(Path.Combine(folder, "KIND")).Trim()}");
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

File.WriteAllLines(
    Path.Combine(target, "SHA256SUMS"),
    Directory.GetFiles(target, "leadfilter-*").Order().Select(file =>
        $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}"));
return 0;

// The properties with which this machine links for a platform; null if it cannot.
string[]? LinkerOf(string platform) => (platform, RuntimeInformation.RuntimeIdentifier) switch
{
    var (wanted, here) when wanted == here => [],
    ("linux-arm64", "linux-x64") when Has("aarch64-linux-gnu-gcc") =>
        ["-p:CppCompilerAndLinker=aarch64-linux-gnu-gcc", "-p:ObjCopyName=aarch64-linux-gnu-objcopy"],
    _ => null,
};

static bool Has(string program) =>
    (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

void Publish(string platform, string[]? linker, string folder)
{
    string[] kind = linker is null
        ? ["-c", "Release", "--self-contained", "-p:PublishSingleFile=true", "-p:PublishReadyToRun=true", "-p:DebugType=none",
            "-p:IncludeNativeLibrariesForSelfExtract=false"]
        : ["-p:PublishProfile=native", .. linker];
    using var publish = Process.Start(new ProcessStartInfo(
        "dotnet", ["publish", Path.Combine(root, "LeadFilter.Cli"), "-r", platform, "-o", folder, "-p:RunAnalyzers=false", "-v", "quiet", .. kind]))!;
    publish.WaitForExit();
    if (publish.ExitCode != 0)
    {
        throw new InvalidOperationException($"{platform} cannot be published.");
    }
}

// Always the same bytes from the same files: in order, without owners, with one time.
static void Pack(string folder, string archive)
{
    var time = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    var files = Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is not (".dbg" or ".pdb" or ".xml")).Order(StringComparer.Ordinal);
    using var stream = File.Create(archive);
    if (archive.EndsWith(".zip"))
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(Path.GetFileName(file), CompressionLevel.SmallestSize);
            entry.LastWriteTime = time;
            using var content = entry.Open();
            using var source = File.OpenRead(file);
            source.CopyTo(content);
        }

        return;
    }

    using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize);
    using var tar = new TarWriter(gzip);
    foreach (var file in files)
    {
        using var content = File.OpenRead(file);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Path.GetFileName(file))
        {
            DataStream = content,
            Mode = Path.GetFileName(file) == "leadfilter" ? Executable : Readable,
            ModificationTime = time,
        });
    }
}
