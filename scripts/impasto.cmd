@echo off
rem Runs Impasto from a checkout. Builds it first if that was never done or if sources are newer.
setlocal
for %%d in ("%~dp0..") do set "root=%%~fd"
set "stamp=%root%\target\launcher-build"

powershell -NoProfile -Command ^
  "$s = Get-Item -ErrorAction SilentlyContinue '%stamp%';" ^
  "if (-not $s -or -not (Test-Path '%root%\target\lib')) { exit 1 };" ^
  "$n = Get-ChildItem -Recurse -File '%root%\pom.xml','%root%\models','%root%\src\main' | Where-Object { $_.LastWriteTimeUtc -gt $s.LastWriteTimeUtc };" ^
  "if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  echo impasto: building, the first time takes a minute or two ... 1>&2
  pushd "%root%"
  call mvn -B -q process-classes 1>&2
  if errorlevel 1 (
    popd
    echo impasto: the build failed, see above 1>&2
    exit /b 1
  )
  popd
  type nul > "%stamp%"
)

rem OpenMP's threads must sleep while they wait, not spin.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms48m -Xmn16m %IMPASTO_JAVA_OPTS% -cp "%root%\target\classes;%root%\target\lib\*" impasto.cli.Main %*
exit /b %errorlevel%
