@echo off
rem The installer of Windows Installer packages.
rem   windows install LOG FILE
rem   windows back LOG FILE PRODUCTCODE...
rem   windows repair
rem It writes its story to LOG, and that of removing a product to LOG.removed. Ends with its last exit status: 3010 when any of
rem them asks for a reboot.
setlocal EnableExtensions DisableDelayedExpansion
set verb=%~1
set log=%~2
set file=%~3
set reboot=0
if "%verb%"=="install" goto install
if "%verb%"=="back" goto remove
if "%verb%"=="repair" goto settle
echo windows: unknown verb %verb%
exit /b 64

:remove
if "%~4"=="" goto install
call :patiently /x "%~4" "%log%.removed"
rem 1605: it is gone already.
if %status%==1605 set status=0
if not %status%==0 exit /b %status%
shift /4
goto remove

:install
call :patiently /i "%file%" "%log%"
if %status%==0 if %reboot%==1 set status=3010
exit /b %status%

rem Somebody else's installation is a wait; the caller's limit ends it.
:patiently
msiexec.exe %~1 "%~2" /qn /norestart /l*v "%~3"
set status=%ERRORLEVEL%
if %status%==1618 (
    echo windows: another installation runs
    ping.exe -n 6 127.0.0.1 >nul
    goto patiently
)
if %status%==3010 if "%~1"=="/x" (
    set reboot=1
    set status=0
)
if not %status%==0 type "%~3" 2>nul | findstr.exe /c:" -- "
exit /b

rem Windows Installer's own service goes on with what was interrupted, or takes it back.
:settle
reg.exe query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress >nul 2>nul
if errorlevel 1 exit /b 0
ping.exe -n 3 127.0.0.1 >nul
goto settle
