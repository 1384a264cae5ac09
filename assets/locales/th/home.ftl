home-name = Liaison
home-motto = สองหน่วยงาน หนึ่งคดี ไม่มีฝ่ายใดคลี่คลายได้ตามลำพัง
home-continue = ทำต่อ
home-continue-detail = { $case } { $round ->
    [0] ช่วงรับฟังบรรยายสรุป
   *[other] รอบที่ { $round } จาก { $of }
}
home-play = เล่นคดี
home-play-detail = เล่นเป็นคู่บนจอเดียว ผลัดกันทีละฝ่าย
home-settings = ตั้งค่า
home-settings-detail = ภาษา ขนาดหน้าจอ ความคมชัด
home-quit = ออกจากโปรแกรม
home-quit-detail = ทุกอย่างบันทึกไว้แล้ว
home-language = { $name }
home-offline = ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต
home-left-off = ทำค้างไว้ถึงตรงนี้
home-saved = บันทึกทุกขั้นตอน
home-nothing-left = ไม่มีการฝึกที่ค้างอยู่
home-nothing-left-detail = เลือก “เล่นคดี” เพื่อเริ่มการฝึก ระบบบันทึกให้ทุกขั้นตอน จะออกเมื่อใดก็ได้แล้วกลับมาทำต่อที่นี่
home-continue-round = { $round ->
    [0] อ่านบรรยายสรุปต่อ
   *[other] ทำรอบที่ { $round } ต่อ
}
home-new = เพิ่งใช้ครั้งแรกใช่ไหม
home-new-detail = { $case } เป็นคดีสั้นสำหรับสองคน แสดงทุกขั้นตอนอย่างละครั้ง และไม่ต้องมีครูฝึก
home-new-start = เริ่ม{ $case }
home-debriefs = การสรุปบทเรียนล่าสุด
home-debriefs-here = มี { $number } รายการในเครื่องนี้
home-no-debriefs = ยังไม่มี เมื่อฝึกจบแล้วจะเปิดดูย้อนหลังได้ที่นี่
home-days-ago = { $days ->
    [0] วันนี้
    [1] เมื่อวาน
   *[other] { $days } วันก่อน
}
home-score = { $score } จาก 100 คะแนน
home-not-opened = เปิดการฝึกไม่ได้: { $why }
home-host = เปิดโต๊ะฝึก
home-host-detail = เครื่องอื่นในห้องเข้าร่วมเครื่องนี้ และคุณเป็นผู้ดำเนินการฝึก
home-join = เข้าร่วมโต๊ะฝึก
home-join-detail = ด้วยตั๋วที่วิทยากรให้
home-trends = เปรียบเทียบตามเวลา
home-author = เขียนกรณี
home-author-detail = ใช้คู่กับโปรแกรมแก้ไขข้อความ: ตรวจและแสดงตัวอย่างทุกครั้งที่บันทึก
