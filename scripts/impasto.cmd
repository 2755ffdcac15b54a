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

set "IMPASTO_CLASS_PATH=%root%\target\classes;%root%\target\lib\*"
call "%root%\src\dist\bin\impasto.cmd" %*
exit /b %errorlevel%
